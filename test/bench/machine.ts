import { cpus, totalmem, type } from 'node:os';

const GIGABYTE = 2 ** 30;

/** On what was measured, in one line: figures of two machines cannot be compared. */
export const machine = (): { readonly cores: number; readonly description: string } => {
  const cores = cpus();
  const memory = Math.round(totalmem() / GIGABYTE);
  const model = cores[0]?.model.trim() ?? 'unknown processor';
  return {
    cores: cores.length,
    description: `${cores.length} × ${model}, ${memory} GB, ${type()} ${process.arch}, Node.js ${process.version}`,
  };
};
