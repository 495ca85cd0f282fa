module.exports = require('./data.json'); module.exports.one = 'changed';
