export const later = () => require('fs');
