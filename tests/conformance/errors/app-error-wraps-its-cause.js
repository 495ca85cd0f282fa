class AppError extends Error {
  constructor(message, status, cause) { super(message, { cause }); this.name = 'AppError'; this.status = status; }
}
async function query() { throw new Error('connection lost'); }
async function find() {
  try { return await query(); } catch (error) { throw new AppError('Database error', 500, error); }
}
find().catch((error) => console.log(error.name, error.status, error.message, '<-', error.cause.message, error instanceof AppError));
