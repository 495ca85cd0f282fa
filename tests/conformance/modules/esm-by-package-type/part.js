export const value = 'esm by type';
