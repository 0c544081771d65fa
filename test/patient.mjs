// Asking Electron's main from a test or a measurement.

/**
 * Asks Electron's main. Under load V8 may collect the promise of an answer before Playwright has read it; then the
 * same is asked again, so what is asked must be the same when done twice.
 */
export async function patient(ask) {
  for (let tries = 1; ; tries++) {
    try {
      return await ask();
    } catch (error) {
      if (tries === 5 || !(error instanceof Error && error.message.includes('garbage collected'))) throw error;
    }
  }
}
