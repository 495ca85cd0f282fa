// @title  Errors with a meaning
// @lesson A class of one's own turns a failure into data: which status to answer with, whether it was
// to be expected, and what caused it. Whoever handles it decides by instanceof, not by reading messages.

class AppError extends Error {
  constructor(message, status, options) {
    super(message, options);
    this.name = this.constructor.name;
    this.status = status;
    this.expected = true;
  }
}

class ValidationError extends AppError {
  constructor(field) {
    super(`${field} is missing`, 400);
    this.field = field;
  }
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError('the request is not JSON', 400, { cause });
  }
}

function signUp(text) {
  const request = parse(text);
  if (!request.email) throw new ValidationError('email');
  return request.email.toLowerCase();
}

function answer(text) {
  try {
    return [200, signUp(text)];
  } catch (error) {
    if (error instanceof AppError) return [error.status, `${error.name}: ${error.message}`];
    return [500, 'internal error'];
  }
}

for (const text of ['{"email":"Ada@Example.org"}', '{}', '{', '{"email":7}']) {
  console.log(text, '->', ...answer(text));
}
