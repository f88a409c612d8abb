/** What a gem shop knows about its stones. Prices are cents a carat for a good stone of one carat. */
export interface Stone {
  name: string;
  colours: readonly { name: string; hue: number; saturation: number; light: number }[];
  origins: readonly string[];
  perCarat: number;
  carats: readonly [number, number];
  family: 'sapphires' | 'emeralds-and-beryls' | 'garnets' | 'quartz' | 'rare-stones';
  certified: boolean;
  says: readonly string[];
  care: string;
}

export const STONES: readonly Stone[] = [
  {
    name: 'Sapphire', family: 'sapphires', perCarat: 145_000, carats: [0.6, 3.2], certified: true,
    colours: [{ name: 'Cornflower', hue: 222, saturation: 70, light: 58 }, { name: 'Royal Blue', hue: 228, saturation: 78, light: 40 }, { name: 'Teal', hue: 186, saturation: 62, light: 38 }, { name: 'Parti', hue: 150, saturation: 48, light: 44 }, { name: 'Golden', hue: 44, saturation: 82, light: 54 }, { name: 'Peach', hue: 18, saturation: 74, light: 70 }],
    origins: ['Queensland', 'Sri Lanka', 'Montana', 'Madagascar'],
    says: ['Second only to diamond in hardness, so it takes a lifetime of door handles and dishes without complaint.', 'Turn it under a lamp and the colour moves like water over stones.', 'Sapphires are corundum, and only the red ones are called something else.'],
    care: 'Warm water, a drop of soap and a soft brush are all it needs.',
  },
  {
    name: 'Ruby', family: 'sapphires', perCarat: 210_000, carats: [0.5, 2.1], certified: true,
    colours: [{ name: 'Raspberry', hue: 342, saturation: 80, light: 44 }, { name: 'Pigeon Red', hue: 352, saturation: 84, light: 40 }],
    origins: ['Mozambique', 'Madagascar'],
    says: ['A trace of chromium turns corundum red and makes it glow a little in daylight.', 'Few stones hold the eye from across a room. This one does.'],
    care: 'Safe for every day; have the setting looked at once a year.',
  },
  {
    name: 'Emerald', family: 'emeralds-and-beryls', perCarat: 160_000, carats: [0.5, 2.6], certified: true,
    colours: [{ name: 'Muzo Green', hue: 152, saturation: 74, light: 36 }, { name: 'Spring Green', hue: 142, saturation: 58, light: 46 }],
    origins: ['Colombia', 'Zambia', 'Brazil'],
    says: ['Look in with a loupe and you find what the trade calls a garden: fine inclusions that prove it grew in rock, not in a laboratory.', 'The green has a little blue in it, as the best ones do.'],
    care: 'No ultrasonic baths and no hot water: emeralds are oiled, and the oil should stay where it is.',
  },
  {
    name: 'Aquamarine', family: 'emeralds-and-beryls', perCarat: 38_000, carats: [1, 6.5], certified: false,
    colours: [{ name: 'Sea Blue', hue: 198, saturation: 55, light: 66 }, { name: 'Ice Blue', hue: 200, saturation: 42, light: 78 }],
    origins: ['Brazil', 'Nigeria', 'Mozambique'],
    says: ['Clean as a glass of water, and about as calm.', 'A larger stone shows its colour best, and aquamarine is one of the few where large stays affordable.'],
    care: 'Soap and water. Keep it out of strong sun for weeks on end.',
  },
  {
    name: 'Morganite', family: 'emeralds-and-beryls', perCarat: 29_000, carats: [1, 5], certified: false,
    colours: [{ name: 'Blush', hue: 12, saturation: 62, light: 80 }, { name: 'Rose', hue: 350, saturation: 54, light: 78 }],
    origins: ['Brazil', 'Madagascar', 'Mozambique'],
    says: ['The pink cousin of emerald, without the worries.', 'In rose gold it almost disappears into the metal; in white gold it sings.'],
    care: 'Wipe it after wearing: a film of hand cream dulls a pale stone first.',
  },
  {
    name: 'Tsavorite', family: 'garnets', perCarat: 120_000, carats: [0.5, 1.8], certified: true,
    colours: [{ name: 'Grass Green', hue: 132, saturation: 66, light: 40 }],
    origins: ['Kenya', 'Tanzania'],
    says: ['Everything people want from an emerald, and none of the oil.', 'It was found in 1967, which makes it younger than most of our customers.'],
    care: 'Never treated, so there is nothing a cleaning could take away.',
  },
  {
    name: 'Spessartine', family: 'garnets', perCarat: 42_000, carats: [0.8, 4], certified: false,
    colours: [{ name: 'Mandarin', hue: 24, saturation: 92, light: 54 }, { name: 'Amber', hue: 34, saturation: 88, light: 50 }],
    origins: ['Namibia', 'Nigeria'],
    says: ['The orange of a traffic cone, said with much better manners.', 'Bright even by candlelight, where other stones go to sleep.'],
    care: 'Robust, but keep it away from steam.',
  },
  {
    name: 'Rhodolite', family: 'garnets', perCarat: 16_500, carats: [1, 4.5], certified: false,
    colours: [{ name: 'Grape', hue: 325, saturation: 58, light: 42 }, { name: 'Rosewood', hue: 342, saturation: 52, light: 46 }],
    origins: ['Tanzania', 'Sri Lanka', 'Mozambique'],
    says: ['Between red and violet, and never quite the same twice in a day.', 'Our most asked-for stone under three hundred dollars.'],
    care: 'Soap, water, soft cloth.',
  },
  {
    name: 'Amethyst', family: 'quartz', perCarat: 5_200, carats: [1.5, 9], certified: false,
    colours: [{ name: 'Deep Violet', hue: 276, saturation: 58, light: 42 }, { name: 'Lilac', hue: 272, saturation: 46, light: 68 }],
    origins: ['Brazil', 'Uruguay', 'Zambia'],
    says: ['Once as dear as ruby, until somebody found half a mountain of it. Lucky us.', 'Flashes of red at the tips are the sign of a good one, and this one has them.'],
    care: 'Keep it in its box when not worn: years of sun can pale it.',
  },
  {
    name: 'Citrine', family: 'quartz', perCarat: 4_600, carats: [1.5, 8], certified: false,
    colours: [{ name: 'Honey', hue: 40, saturation: 84, light: 52 }, { name: 'Madeira', hue: 24, saturation: 78, light: 44 }],
    origins: ['Brazil', 'Madagascar'],
    says: ['A small warm lamp that needs no power.', 'Big, clear and generous: the stone for people who like to be seen.'],
    care: 'Nothing special. Enjoy it.',
  },
  {
    name: 'Tourmaline', family: 'rare-stones', perCarat: 46_000, carats: [0.8, 4.2], certified: false,
    colours: [{ name: 'Watermelon', hue: 338, saturation: 62, light: 58 }, { name: 'Lagoon', hue: 178, saturation: 62, light: 46 }, { name: 'Mint', hue: 156, saturation: 50, light: 62 }],
    origins: ['Brazil', 'Mozambique', 'Nigeria'],
    says: ['No other stone comes in so many colours, and some crystals cannot decide and carry two.', 'Rub it and it picks up dust: tourmaline charges like a tiny battery.'],
    care: 'Avoid sudden heat; otherwise easy.',
  },
  {
    name: 'Spinel', family: 'rare-stones', perCarat: 98_000, carats: [0.6, 2.4], certified: true,
    colours: [{ name: 'Cobalt', hue: 230, saturation: 66, light: 46 }, { name: 'Hot Pink', hue: 336, saturation: 82, light: 56 }, { name: 'Lavender', hue: 264, saturation: 34, light: 64 }],
    origins: ['Tanzania', 'Sri Lanka', 'Vietnam'],
    says: ['The most famous ruby in the crown of England is a spinel, and nobody noticed for four hundred years.', 'Singly refractive, so the colour is pure from every side.'],
    care: 'Hard and tough. It will outlive the ring.',
  },
  {
    name: 'Opal', family: 'rare-stones', perCarat: 52_000, carats: [1, 5.5], certified: false,
    colours: [{ name: 'Crystal', hue: 190, saturation: 40, light: 76 }, { name: 'Black', hue: 214, saturation: 52, light: 26 }],
    origins: ['Lightning Ridge', 'Coober Pedy'],
    says: ['Cut by us from rough we bought at the field, with the dust still on it.', 'Green, then blue, then one red flash when you had stopped hoping.'],
    care: 'Take it off for the garden and the pool. Opal holds water and likes to keep it.',
  },
];

export const ORIGINS: Readonly<Record<string, string>> = {
  Queensland: 'It comes from the gemfields west of Emerald, washed out of ancient river gravel by a family we have known for twenty years.',
  'Sri Lanka': 'It was dug from a pit near Ratnapura, where people have looked for stones for two thousand years, with baskets and a water pump.',
  Montana: 'It was sieved from the gravel bars of the upper Missouri, one bucket at a time.',
  Madagascar: 'It reached us through a cutters’ cooperative in Antananarivo that pays by the week, not by the carat.',
  Mozambique: 'It is from Montepuez, bought with its mine papers, which travel with it to you.',
  Colombia: 'It is from the Muzo valley, where the emeralds grow in black shale.',
  Zambia: 'It is from Kafubu, a mine with its own school and its own orchard.',
  Brazil: 'It is from Minas Gerais, the state whose name simply means mines.',
  Nigeria: 'It was found by small-scale miners near Jos and cut in Idar-Oberstein.',
  Kenya: 'It is from the bush below the Taita Hills, where elephants are a hazard of the trade.',
  Tanzania: 'It is from the Merelani side of Kilimanjaro, and was cut in Arusha.',
  Namibia: 'It is from the Kunene river in the far north, a long drive from anywhere.',
  Uruguay: 'It is from Artigas, where the crystals are small and the colour is deep.',
  Vietnam: 'It is from Luc Yen, a quiet lake district with astonishing gravel.',
  'Lightning Ridge': 'It is from Lightning Ridge, out of a claim named after somebody’s dog.',
  'Coober Pedy': 'It is from Coober Pedy, where it is so hot that the town lives underground.',
};

export const CUTS: Readonly<Record<string, string>> = {
  Round: 'The round cut gives back the most light of all.',
  Oval: 'An oval looks larger than its weight and makes a finger look longer.',
  Cushion: 'Soft corners and a deep belly: a cushion glows rather than glitters.',
  Emerald: 'The step cut hides nothing, so we choose only clean stones for it.',
  Pear: 'A pear is worn point down by tradition and point up by people who like to argue.',
  Marquise: 'The long marquise was made for a king who wanted a smile cut in stone.',
  Trillion: 'Three sides, three points, and more fire than it has any right to.',
  Asscher: 'An Asscher is a hall of mirrors: look in and it keeps going.',
};
