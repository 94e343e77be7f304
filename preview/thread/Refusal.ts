/** A wish that cannot be fulfilled, with a sentence for whoever uttered it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
