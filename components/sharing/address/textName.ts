/** A short name for a text, the same for the same text; chance makes no two alike (FNV-1a, from two beginnings). */
export function textName(text: string): string {
  const hash = (start: number) => {
    let sum = start;
    for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
    return (sum >>> 0).toString(36);
  };
  return `${hash(0x811c9dc5)}-${hash(0x050c5d1f)}`;
}
