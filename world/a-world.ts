/** Worlds of one test file: all run the same project, whose parsing takes longer than most of what they do. */
import path from 'node:path';
import { makeWorld, type World, type WorldOptions } from './make-world';
import type { PortalData } from '../portal/data/PortalData';
import { Project, type VirtualClock } from '../simulator';

const project = Project.fromFolder(path.resolve('dist'));

/** A world of the bound form unless the options say otherwise. */
export const aWorld = (dataFor: (clock: VirtualClock) => PortalData, options: WorldOptions = {}): World =>
  makeWorld(dataFor, { project, ...options });
