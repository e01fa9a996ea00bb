
/** Load the page anew when the case was saved and its page is another one; say so when nobody is there to tell. */
{
  const version = document.querySelector("meta[name=version]").content;
  const notice = document.createElement("p");
  notice.id = "~server";
  notice.setAttribute("role", "status");
  document.body.append(notice);
  const news = new EventSource("events");
  news.addEventListener("message", (event) => event.data !== version && location.reload());
  news.addEventListener("open", () => { notice.textContent = ""; });
  news.addEventListener("error", () => { notice.textContent = "mapper serve has stopped: what is shown may be old."; });
}
