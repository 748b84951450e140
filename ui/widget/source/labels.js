// What the widget says of itself. Answers come as the server writes them.

const LANGUAGES = ["en", "de", "fr", "es", "pt"];

/** Each in every language; `{}` is a gap. */
const LABELS = {
  open: [
    "Ask about this resume",
    "Fragen zum Lebenslauf",
    "Questions sur ce CV",
    "Preguntas sobre este currículum",
    "Perguntas sobre este currículo",
  ],
  title: [
    "Ask about {}",
    "Fragen zu {}",
    "Questions sur {}",
    "Preguntas sobre {}",
    "Perguntas sobre {}",
  ],
  greeting: [
    "What would you like to know? Each answer shows the lines of the resume that it stands on.",
    "Was möchten Sie wissen? Jede Antwort zeigt die Zeilen des Lebenslaufs, auf die sie sich stützt.",
    "Que voulez-vous savoir ? Chaque réponse montre les lignes du CV sur lesquelles elle s’appuie.",
    "¿Qué le gustaría saber? Cada respuesta muestra las líneas del currículum en las que se basa.",
    "O que gostaria de saber? Cada resposta mostra as linhas do currículo em que se apoia.",
  ],
  ask: [
    "Ask a question",
    "Frage stellen",
    "Posez une question",
    "Haga una pregunta",
    "Faça uma pergunta",
  ],
  send: [
    "Send",
    "Senden",
    "Envoyer",
    "Enviar",
    "Enviar",
  ],
  stop: [
    "Stop",
    "Anhalten",
    "Arrêter",
    "Detener",
    "Parar",
  ],
  clear: [
    "New conversation",
    "Neues Gespräch",
    "Nouvelle conversation",
    "Nueva conversación",
    "Nova conversa",
  ],
  close: [
    "Close",
    "Schließen",
    "Fermer",
    "Cerrar",
    "Fechar",
  ],
  you: [
    "You asked:",
    "Ihre Frage:",
    "Votre question :",
    "Su pregunta:",
    "A sua pergunta:",
  ],
  source: [
    "Source {}",
    "Quelle {}",
    "Source {}",
    "Fuente {}",
    "Fonte {}",
  ],
  thinking: [
    "Looking through the resume…",
    "Der Lebenslauf wird durchgesehen …",
    "Lecture du CV…",
    "Leyendo el currículum…",
    "A ler o currículo…",
  ],
  waiting: [
    "One moment…",
    "Einen Moment …",
    "Un instant…",
    "Un momento…",
    "Um momento…",
  ],
  marked: [
    "Marked on the page.",
    "Auf der Seite markiert.",
    "Surligné sur la page.",
    "Marcado en la página.",
    "Marcado na página.",
  ],
  retry: [
    "Try again",
    "Noch einmal",
    "Réessayer",
    "Reintentar",
    "Tentar de novo",
  ],
  offline: [
    "You are offline. Your question is kept.",
    "Sie sind offline. Ihre Frage bleibt erhalten.",
    "Vous êtes hors ligne. Votre question est gardée.",
    "No tiene conexión. Su pregunta se guarda.",
    "Está sem ligação. A sua pergunta fica guardada.",
  ],
  gone: [
    "The assistant cannot be reached right now. Your question is kept.",
    "Der Assistent ist gerade nicht erreichbar. Ihre Frage bleibt erhalten.",
    "L’assistant est injoignable pour le moment. Votre question est gardée.",
    "Ahora no se puede llegar al asistente. Su pregunta se guarda.",
    "Agora não é possível chegar ao assistente. A sua pergunta fica guardada.",
  ],
  rate: [
    "That was a lot of questions. Please try again in {} seconds.",
    "Das waren viele Fragen. Bitte versuchen Sie es in {} Sekunden noch einmal.",
    "Cela fait beaucoup de questions. Réessayez dans {} secondes.",
    "Son muchas preguntas. Inténtelo de nuevo en {} segundos.",
    "Foram muitas perguntas. Tente de novo dentro de {} segundos.",
  ],
  busy: [
    "Many people are asking. Please try again in {} seconds.",
    "Gerade fragen viele. Bitte versuchen Sie es in {} Sekunden noch einmal.",
    "Beaucoup de monde pose des questions. Réessayez dans {} secondes.",
    "Pregunta mucha gente. Inténtelo de nuevo en {} segundos.",
    "Muita gente está a perguntar. Tente de novo dentro de {} segundos.",
  ],
  long: [
    "That is too long. Please ask in fewer words.",
    "Das ist zu lang. Bitte fragen Sie mit weniger Worten.",
    "C’est trop long. Demandez en moins de mots.",
    "Es demasiado largo. Pregunte con menos palabras.",
    "É demasiado longo. Pergunte com menos palavras.",
  ],
  failed: [
    "Something went wrong here, and it was not your question.",
    "Hier ist etwas schiefgegangen; an Ihrer Frage lag es nicht.",
    "Un problème est survenu ici ; votre question n’y est pour rien.",
    "Algo ha fallado aquí, y no fue su pregunta.",
    "Algo correu mal aqui, e não foi a sua pergunta.",
  ],
  stopped: [
    "Stopped.",
    "Angehalten.",
    "Arrêté.",
    "Detenido.",
    "Parado.",
  ],
};

/** The language of the labels for a language tag such as "pt-BR"; English for those not known. */
export const spoken = (tag) => {
  const language = `${tag}`.toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.includes(language) ? language : "en";
};

/** A function from a label's name, and what fills its gap, to its words. */
export const labels = (language) => (name, about) =>
  LABELS[name][LANGUAGES.indexOf(language)].replace("{}", () => about);
