module.exports = () => 'a function';
