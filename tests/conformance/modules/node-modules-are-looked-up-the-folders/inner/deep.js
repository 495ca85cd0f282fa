module.exports = [require('near'), require('far'), require('far/lib/part')];
