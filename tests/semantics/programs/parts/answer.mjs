export const answer = 42;
export default 'the answer';
