/** What is another in each run and says nothing of the code: times, process ids, addresses in memory, what a cache held. */
const chance: [RegExp, string][] = [
  [/\bactual time=[\d.]+\.\.[\d.]+/g, 'actual time=…'],
  [
    /\b((?:Planning|Execution|Trigger|Generation|Inlining|Optimization|Emission|Total) ?(?:Time)?:? )[\d.]+ ms/g,
    '$1… ms',
  ],
  [/\bTime: [\d.,]+ ms(?: \([^)]*\))?/g, 'Time: … ms'],
  [/\bBuffers: .*/g, 'Buffers: …'],
  [/\b(pid|process|backend|worker)(?: id)?([ =:(#]+)\d+/gi, '$1$2…'],
  [/\b0x[0-9a-f]{6,16}\b/gi, '0x…'],
];

/** A text with what is another in each run left out. */
export function maskVolatile(text: string): string {
  return chance.reduce((masked, [pattern, instead]) => masked.replace(pattern, instead), text);
}
