export interface Message {
  id: string;
  side: 'shopper' | 'shop';
  author: string;
  text: string;
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
  messages: readonly Message[];
  earlier: string | null;
}
