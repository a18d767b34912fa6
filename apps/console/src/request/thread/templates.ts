/** Beginnings of messages, `correspondence.template.<id>`: written in the language of the person. */
export const TEMPLATES = ['progress', 'thanks', 'other_controller'] as const;

export type Template = (typeof TEMPLATES)[number];
