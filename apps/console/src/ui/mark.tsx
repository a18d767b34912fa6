/** The product's mark. */
export const Mark = ({ size = 36 }: { size?: number }) => <img src="/mark.svg" width={size} height={size} alt="" />;
