module.exports = 'plain.js wins';
