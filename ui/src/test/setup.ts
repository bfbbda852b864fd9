import '@fontsource-variable/inter/index.css';
import '../styles/base.css';

// Colours are judged where they end up, not on the way there.
for (const motion of ['--motion-quick', '--motion-calm']) document.documentElement.style.setProperty(motion, '0ms');
