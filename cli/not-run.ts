/** What a command exits with that could not be run here: CI counts it neither as passed nor as failed. */
export const NOT_RUN = 77;
