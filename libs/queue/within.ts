/**
 * The result of `work`, or what `late` makes after so many seconds. What is late goes on unheard: whoever calls must have
 * made sure that it can do no harm any more.
 */
export const within = async <T>(seconds: number, work: Promise<T>, late: () => Error): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(late()), seconds * 1000);
  });
  work.catch(() => undefined);
  return Promise.race([work, tooLate]).finally(() => clearTimeout(timer));
};
