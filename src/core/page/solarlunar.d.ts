// The package has its types where its exports do not name them; of them what lunar-date.ts asks for.
declare module 'solarlunar' {
  const solarLunar: {
    /** A day's lunar date; -1 outside of 1900 to 2100. Months and days from 1. */
    solar2lunar(year?: number, month?: number, day?: number): { readonly lMonth: number; readonly lDay: number; readonly dayCn: string; readonly isLeap: boolean } | -1;
  };
  export default solarLunar;
}
