process.on('uncaughtException', (error) => console.log(error.message));
export const answer = 42;

module.exports = { answer };
