export const a = 'a';
export default 'default of a';
