import '@fontsource-variable/inter/index.css';
import '../styles/base.css';
