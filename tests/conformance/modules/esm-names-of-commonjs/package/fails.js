export const home = __dirname;
