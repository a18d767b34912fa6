/** Puts another function in the place of a method, made from the one that was there. */
export const wrapMethod = <T extends object, K extends keyof T>(
  prototype: T,
  name: K,
  wrap: (original: T[K]) => T[K],
): void => {
  prototype[name] = wrap(prototype[name]);
};
