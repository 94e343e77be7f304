/** The same random cases at every run, so that a mutant which survives today was not killed by luck yesterday. */
import fc from 'fast-check';

fc.configureGlobal({ seed: 20260520, endOnFailure: true });
