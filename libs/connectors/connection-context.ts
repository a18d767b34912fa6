/** Where the sealed connection of a register belongs: sealed for one, it opens nowhere else. */
export const connectionContext = (registerId: string): string => `register:${registerId}:connection`;
