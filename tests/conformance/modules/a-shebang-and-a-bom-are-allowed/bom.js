module.exports = 'bom skipped';
