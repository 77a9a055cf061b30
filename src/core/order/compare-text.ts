/** Orders strings by their UTF-16 code units; for lists that only have to be the same every time. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
