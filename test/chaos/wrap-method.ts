/** Puts another function in the place of a method, made from the one that was there. */
export const wrapMethod = <T extends object, K extends keyof T>(
  prototype: T,
  name: K,
  wrap: (original: T[K]) => T[K],
): void => {
  if (typeof prototype[name] !== 'function') throw new Error(`there is no method ${String(name)} any more`);
  prototype[name] = wrap(prototype[name]);
};
