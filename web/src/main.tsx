import { config } from 'zod';

// Zod would try `new Function` when its schemas are built; the content security policy forbids that and reports it.
config({ jitless: true });

const root = document.getElementById('root');
if (root) {
  const { startApp } = await import('./app/app-root.tsx');
  startApp(root);
}
