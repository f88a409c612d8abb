/** The installation secret of test runs. It guards nothing. */
export const TEST_SECRET = 'test-secret-test-secret-test-secret-0000';
