export interface Message {
  id: string;
  side: 'shopper' | 'shop';
  author: string;
  text: string;
  pictures: readonly { id: string; url: string; width: number; height: number }[];
  at: string;
}

export interface Conversation {
  id: string;
  subject: string;
  state: 'open' | 'closed';
  customerId: string | null;
  orderId: string | null;
  orderNumber: number | null;
  name: string;
  email: string;
  createdAt: string;
  unread: boolean;
  readByShopper: boolean;
  readByShopperAt: string | null;
  messages: readonly Message[];
  earlier: string | null;
}

/** An answer many get. */
export interface PreparedAnswer {
  id: string;
  name: string;
  text: string;
}
