/** Random webhooks in the form Bitrix24 gives them, and texts that nearly are one. */
import fc from 'fast-check';

const label = fc.stringMatching(/^[a-z0-9_](?:[a-z0-9_-]{0,8}[a-z0-9])?$/);
const httpsHost = fc.oneof(
  fc
    .tuple(fc.array(label, { maxLength: 3 }), fc.stringMatching(/^[a-zA-Z]{2,6}$/))
    .map(([labels, top]) => [...labels, top].join('.')),
  fc
    .tuple(
      fc.stringMatching(/^[а-яёА-ЯЁ][а-яёА-ЯЁ0-9]{0,10}(-[а-я0-9]{1,8})?$/),
      fc.constantFrom('рф', 'company.ru', 'рус'),
    )
    .map((labels) => labels.join('.')),
  fc.ipV4(),
  fc.constant('[::1]'),
);
const scheme = fc.oneof(
  httpsHost.map((host) => `https://${host}`),
  fc.constantFrom('http://127.0.0.1', 'http://[::1]', 'http://localhost'),
);
const port = fc.oneof(
  fc.constant(''),
  fc.integer({ min: 1, max: 65_535 }).map((number) => `:${number}`),
);
const userId = fc.stringMatching(/^[0-9]{1,6}$/);
const tail = fc.constantFrom('', '/', '/profile', '/crm.item.list/', '/profile.json', '.json');

/** Long enough not to turn up by chance in the rest of an address. */
export const secret = fc.stringMatching(/^[A-Za-z0-9]{16,32}$/);

/** Everything of an address but the secret: what stands before it, and what stands behind it. */
export const surroundings = fc.record({
  before: fc.tuple(scheme, port, userId).map(([start, number, id]) => `${start}${number}/rest/${id}/`),
  behind: tail,
});

/** Addresses with one random character put in, taken out or changed. */
export const damagedWebhook = fc
  .record({ ...{ secret, surroundings }, at: fc.nat(), put: fc.string({ maxLength: 2 }), cut: fc.nat(1) })
  .map(({ secret: middle, surroundings: { before, behind }, at, put, cut }) => {
    const text = before + middle + behind;
    const position = at % (text.length + 1);
    return text.slice(0, position) + put + text.slice(position + cut);
  });
