module.exports = 'commonjs by extension';
