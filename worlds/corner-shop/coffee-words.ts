/** Where the coffees come from and what one may say about it. */
export interface Farm {
  name: string;
  country: string;
  altitude: readonly [number, number];
  varieties: readonly string[];
  processes: readonly string[];
  says: string;
}

export const FARMS: readonly Farm[] = [
  { name: 'Kochere', country: 'Ethiopia', altitude: [1_850, 2_150], varieties: ['Heirloom', 'Dega'], processes: ['Washed', 'Natural'], says: 'Seven hundred families bring their cherries to one washing station at the end of a red road.' },
  { name: 'Guji Hambela', country: 'Ethiopia', altitude: [1_950, 2_250], varieties: ['Heirloom'], processes: ['Natural', 'Anaerobic'], says: 'The trees grow half wild under the old forest, and the birds eat first.' },
  { name: 'Kirinyaga', country: 'Kenya', altitude: [1_600, 1_850], varieties: ['SL28', 'SL34'], processes: ['Washed'], says: 'Grown on the southern slope of Mount Kenya, where the soil is as red as the cherries.' },
  { name: 'Nyeri Hill', country: 'Kenya', altitude: [1_700, 1_900], varieties: ['SL28', 'Ruiru 11'], processes: ['Washed'], says: 'An auction lot we have fought for three years running, and won twice.' },
  { name: 'El Paraiso', country: 'Colombia', altitude: [1_700, 1_960], varieties: ['Castillo', 'Pink Bourbon'], processes: ['Washed', 'Honey', 'Anaerobic'], says: 'Diego records the temperature of every tank by hand, and sends us the notebook.' },
  { name: 'La Esperanza', country: 'Colombia', altitude: [1_600, 1_850], varieties: ['Caturra', 'Gesha'], processes: ['Washed', 'Honey'], says: 'Three sisters took the farm over from their father and planted shade trees first.' },
  { name: 'Huehuetenango', country: 'Guatemala', altitude: [1_500, 1_900], varieties: ['Bourbon', 'Caturra'], processes: ['Washed'], says: 'Warm air from the plains of Mexico lets coffee grow here higher than it should.' },
  { name: 'Antigua Valley', country: 'Guatemala', altitude: [1_450, 1_650], varieties: ['Bourbon', 'Typica'], processes: ['Washed', 'Honey'], says: 'Between three volcanoes, one of which still clears its throat every afternoon.' },
  { name: 'Boquete', country: 'Panama', altitude: [1_650, 1_850], varieties: ['Gesha'], processes: ['Washed', 'Natural'], says: 'We could buy eleven kilos. Ten are for sale.' },
  { name: 'Tarrazu', country: 'Costa Rica', altitude: [1_500, 1_800], varieties: ['Catuai', 'Caturra'], processes: ['Honey', 'Washed'], says: 'The mill runs on the pulp of last year.' },
  { name: 'Minas do Sul', country: 'Brazil', altitude: [950, 1_250], varieties: ['Yellow Catuai', 'Mundo Novo'], processes: ['Natural', 'Honey'], says: 'A gentle, rolling farm with its own bakery, and you can taste that somehow.' },
  { name: 'Mandheling', country: 'Sumatra', altitude: [1_100, 1_500], varieties: ['Ateng', 'Jember'], processes: ['Wet hulled'], says: 'Dried twice in a climate that never quite dries anything.' },
  { name: 'Kelagur', country: 'India', altitude: [1_000, 1_300], varieties: ['S795', 'Kent'], processes: ['Washed', 'Monsooned'], says: 'Pepper vines climb the shade trees, and a leopard is said to live above the nursery.' },
  { name: 'Eastern Highlands', country: 'Papua New Guinea', altitude: [1_500, 1_800], varieties: ['Typica', 'Arusha'], processes: ['Washed'], says: 'Carried down on foot, then by small plane: the shortest route and the longest story.' },
  { name: 'Nyamasheke', country: 'Rwanda', altitude: [1_600, 1_950], varieties: ['Red Bourbon'], processes: ['Washed', 'Natural'], says: 'From the steep shore of Lake Kivu, sorted under sunshades by people who sing while they do it.' },
  { name: 'Cajamarca', country: 'Peru', altitude: [1_550, 1_850], varieties: ['Bourbon', 'Pache'], processes: ['Washed'], says: 'A cooperative that pays its growers before it is paid.' },
];

export const TASTES: Readonly<Record<string, readonly string[]>> = {
  Washed: ['bergamot', 'lemon curd', 'black tea', 'jasmine', 'red apple', 'apricot', 'cane sugar'],
  Natural: ['blueberry', 'strawberry jam', 'dark cherry', 'red wine', 'mango', 'cocoa nib'],
  Honey: ['peach', 'honeycomb', 'toffee', 'orange', 'almond', 'fig'],
  Anaerobic: ['passionfruit', 'cinnamon', 'pineapple', 'rum and raisin', 'rosewater'],
  'Wet hulled': ['cedar', 'dark chocolate', 'pipe tobacco', 'black pepper', 'molasses'],
  Monsooned: ['walnut', 'cocoa', 'toast', 'malt', 'spice'],
};

export const ROASTS: Readonly<Record<string, string>> = {
  Light: 'Roasted light, so that the place speaks louder than the roaster.',
  Medium: 'Roasted to the middle, where sweetness is at its loudest.',
  Dark: 'Roasted dark and stopped in time: smoke is for salmon.',
};

export const BREWS: readonly string[] = [
  'In a cone: 15 g, 250 ml, 94 °C, three minutes. Then do what you like with the numbers.',
  'In a plunger: coarse, four minutes, and do not press too hard at the end.',
  'As espresso: 18 g in, 38 g out, 28 seconds. It likes milk, and does not need it.',
  'Wonderful cold: 60 g to a litre, overnight, in the door of the fridge.',
  'In a moka pot: warm water in the base, low heat, and off before it sputters.',
  'Let it cool a little. The best sip is the fourth.',
];

export const BLENDS: readonly { name: string; says: string; tastes: string; roast: string; appeal: number }[] = [
  { name: 'Six Past Six', says: 'The one we drink before the doors open. Brazil for body, Colombia for manners, a little Ethiopia for good mood.', tastes: 'milk chocolate, hazelnut, orange', roast: 'Medium', appeal: 6 },
  { name: 'Southerly', says: 'Our house espresso since the first roaster, which was a popcorn machine. It forgives bad grinders and good intentions.', tastes: 'dark chocolate, caramel, red grape', roast: 'Medium', appeal: 7 },
  { name: 'Night Ferry', says: 'For those who take it black and strong and mean it.', tastes: 'cocoa, treacle, walnut', roast: 'Dark', appeal: 4 },
  { name: 'Washing Line', says: 'Bright, clean and up early. Made for filter, happy in a plunger.', tastes: 'lemon, black tea, honey', roast: 'Light', appeal: 3 },
  { name: 'Low Tide Decaf', says: 'Decaffeinated with sugar cane and water, so that the evening may go on and the night may too.', tastes: 'brown sugar, apple, cocoa', roast: 'Medium', appeal: 3.5 },
  { name: 'Woolshed', says: 'Round and sweet with a long finish. Made for flat whites.', tastes: 'toffee, almond, plum', roast: 'Medium', appeal: 4.5 },
  { name: 'First Frost', says: 'Our winter blend, back when the heater goes on.', tastes: 'gingerbread, fig, cocoa', roast: 'Dark', appeal: 2.5 },
  { name: 'Bright Side', says: 'Two naturals that should not get on and do.', tastes: 'berries, vanilla, lime', roast: 'Light', appeal: 2.2 },
];
