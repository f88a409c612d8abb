export interface Zone {
  id: string;
  name: string;
  places: string[];
  position: number;
  methods: Method[];
}

export interface Step {
  /** Grams or minor units; null = any amount. */
  upTo: number | null;
  price: number;
}

export interface Method {
  id: string;
  zoneId: string;
  name: string;
  says: string;
  kind: 'flat' | 'by_weight' | 'by_price';
  currency: string;
  price: number;
  steps: Step[];
  freeOver: number | null;
  minDays: number | null;
  maxDays: number | null;
  position: number;
  active: boolean;
}
