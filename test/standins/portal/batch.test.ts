import { ask, invoices } from './support';

describe('batch (item 14)', () => {
  it('answers by command key and encodes empty parts as lists', () => {
    const { body } = ask(invoices(60)).post('batch', {
      cmd: { a: 'crm.item.list?entityTypeId=31&select[]=id&start=50' },
    });
    expect(body['result']).toMatchObject({
      result_error: [],
      result_total: { a: 60 },
      result_next: [],
      result_time: { a: {} },
    });
    expect(body['result']).toHaveProperty('result.a.items.length', 10);
  });

  it('runs no more than 50 commands and no batch inside', () => {
    const asked = ask();
    const cmd = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`c${index}`, 'server.time']));
    const result = asked.result('batch', { cmd: { ...cmd } });
    expect(Object.keys(result['result'] as object)).toHaveLength(50);
    expect(result['result_error']).toMatchObject({ c50: { error: 'ERROR_BATCH_LENGTH_EXCEEDED' } });
    expect(asked.result('batch', { cmd: { x: 'batch?cmd[a]=profile' } })).toMatchObject({
      result: [],
      result_error: { x: { error: 'ERROR_BATCH_METHOD_NOT_ALLOWED' } },
    });
  });

  it('loses a filter key whose equals sign is not encoded', () => {
    const asked = ask((portal) => portal.withInvoice({ rows: [{}] }));
    const command = (key: string) => `crm.item.productrow.list?filter[%3DownerType]=SI&filter[${key}]=1`;
    const result = asked.result('batch', { cmd: { good: command('%3DownerId'), bad: command('=ownerId') } });
    expect(result).toMatchObject({
      result: { good: { productRows: [{ id: 1 }] } },
      result_error: { bad: { error: 'REQUIRED_ARG_MISSING' } },
    });
  });

  it('stops at the first error when told to halt, and resolves references', () => {
    const asked = ask(invoices(2));
    const cmd = { a: 'crm.nothing', b: 'server.time' };
    expect(asked.result('batch', { halt: 1, cmd })).toMatchObject({ result: [] });
    expect(asked.result('batch', { halt: 0, cmd })).toHaveProperty('result.b');
    const chain = {
      a: 'crm.item.list?entityTypeId=31&order[id]=desc',
      b: 'crm.item.list?entityTypeId=31&filter[id]=$result[a][items][0][id]',
    };
    expect(asked.result('batch', { cmd: chain })).toMatchObject({ result: { b: { items: [{ id: 2 }] } } });
  });

  it('lists results of numeric keys only while none is missing', () => {
    const asked = ask();
    expect(asked.result('batch', { cmd: ['server.time', 'server.time'] })['result']).toHaveLength(2);
    expect(asked.result('batch', { cmd: ['crm.nothing', 'server.time'] })['result']).toHaveProperty(['1']);
  });
});
