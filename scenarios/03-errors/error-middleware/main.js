// @title  One place for all errors of a server
// @lesson Handlers throw, or pass an error to next(), and never answer for it themselves. The error
// middleware, known by its four arguments, is the one place that turns an error into a status and a text, and
// that decides what the user may read.

const serve = require('./application.js');

// with-express.js does the same with Express.
serve(require('../../shared/tiny-express.js'));
