/** Stations of SomaFM (listener-supported, free of advertising); the browser plays their streams itself. */
export interface Channel {
  id: string;
  name: string;
  about: string;
}

export const channels: readonly Channel[] = [
  { id: 'groovesalad', name: 'Groove Salad', about: 'Ambient and downtempo' },
  { id: 'dronezone', name: 'Drone Zone', about: 'Slow, spacious, almost no beat' },
  { id: 'deepspaceone', name: 'Deep Space One', about: 'Deep ambient electronic' },
  { id: 'spacestation', name: 'Space Station Soma', about: 'Spaced-out electronica' },
  { id: 'lush', name: 'Lush', about: 'Sensuous vocals, mostly electronic' },
  { id: 'beatblender', name: 'Beat Blender', about: 'Late-night deep house' },
  { id: 'cliqhop', name: 'cliqhop idm', about: 'Blips, bleeps and broken beats' },
  { id: 'fluid', name: 'Fluid', about: 'Instrumental hip hop' },
  { id: 'secretagent', name: 'Secret Agent', about: 'Lounge for a stylish life' },
  { id: 'sonicuniverse', name: 'Sonic Universe', about: 'Jazz beyond borders' },
  { id: 'missioncontrol', name: 'Mission Control', about: 'Ambient with voices of space missions' },
  { id: 'defcon', name: 'DEF CON Radio', about: 'Music for concentrated work' },
];

/** Hosts that carry every stream; the next one is tried when one cannot be reached. */
export const streamHosts = ['https://ice1.somafm.com', 'https://ice2.somafm.com', 'https://ice4.somafm.com'] as const;

export function streamsOf(channel: string): string[] {
  return streamHosts.map((host) => `${host}/${channel}-128-mp3`);
}
