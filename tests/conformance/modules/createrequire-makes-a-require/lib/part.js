module.exports = 'part of lib';
