/** Whether an address answers programs: the JSON API and the probes. Routes ignore case, so this does, too. */
export const isForPrograms = (path: string): boolean => /^\/(?:api|health)(?:\/|$)/iu.test(path);
