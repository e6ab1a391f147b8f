import { useEffect, useState } from 'react';

/** The value once it has rested for a while: for questions asked while somebody types. */
export function useSettled<Value>(value: Value, restMs = 220): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), restMs);
    return () => clearTimeout(timer);
  }, [value, restMs]);
  return settled;
}
