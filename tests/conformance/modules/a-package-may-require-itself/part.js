module.exports = 'my own part';
