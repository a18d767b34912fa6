const DOTS = '•••';

const firstLetter = (text: string): string => [...text][0] ?? '';

/** `t•••@e•••.org`: enough to tell two addresses apart on the phone, too little to write to. */
export const maskEmail = (email: string): string => {
  const at = email.lastIndexOf('@');
  const domain = email.slice(at + 1);
  const ending = domain.slice(domain.lastIndexOf('.'));
  return `${firstLetter(email.slice(0, at))}${DOTS}@${firstLetter(domain)}${DOTS}${ending}`;
};

/** Only the last two digits of a phone number. */
export const maskPhone = (phone: string): string => `${DOTS}${phone.replaceAll(/\D/g, '').slice(-2)}`;
