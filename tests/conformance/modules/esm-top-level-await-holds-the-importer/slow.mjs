console.log('slow starts');
export const value = await new Promise((resolve) => setTimeout(resolve, 10, 'waited'));
console.log('slow ends');
