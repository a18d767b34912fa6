/** The entry that asked for an effect: its number is the second part of the effect's id, `<request>/<seq>/<name>`. */
export const entryOfEffect = (effectId: string): number => Number(effectId.split('/')[1]);
