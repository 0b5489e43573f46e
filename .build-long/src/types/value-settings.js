export const defaultValueSettings = {
    dateStyle: 'ISO, MDY',
    intervalStyle: 'postgres',
    timeZone: 'Etc/UTC',
    byteaOutput: 'hex',
    extraFloatDigits: 1,
};
//# sourceMappingURL=value-settings.js.map