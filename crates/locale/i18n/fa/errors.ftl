### Refused input (`error-{code}` by the codes of the domain, `error-{field}-{code}` for one field), pages of failures.

error-required = این قسمت را پر کنید
error-too-short = متن بیش از حد کوتاه است
error-too-long = متن بیش از حد بلند است
error-email = نشانی ایمیل را به این صورت وارد کنید: name@example.org
error-character = شکست خط و نویسه‌های کنترلی را حذف کنید
error-not-latin = با حروف لاتین بنویسید، همان‌گونه که در گذرنامه آمده است
error-choice = یکی از گزینه‌ها را انتخاب کنید
error-number = عددی صحیح در بازهٔ مجاز وارد کنید
error-date = تاریخ یا زمان را به شکل نمونه وارد کنید
error-order = پایان باید پس از آغاز باشد
error-consent = برای ادامه این گزینه را علامت بزنید
error-password = گذرواژه‌ای بلندتر و دشوار برای حدس زدن برگزینید
error-taken = این مورد پیش‌تر به کار رفته است
error-name-required = نام خود را وارد کنید
error-email-required = نشانی ایمیل خود را وارد کنید

problem-title = لطفاً این موارد را اصلاح کنید
problem-text = آنچه فرستادید پذیرفته نشد و چیزی ذخیره نشد. بازگردید و آن را اصلاح کنید.

not-now-title = این کار اکنون ممکن نیست
forbidden-title = شما به این صفحه دسترسی ندارید
forbidden-text = با حساب دیگری وارد شوید یا از هماهنگ‌کننده بخواهید به شما دسترسی دهد.
not-found-title = صفحه یافت نشد
not-found-text = شاید نشانی نادرست نوشته شده یا صفحه جابه‌جا شده باشد. فهرست رویدادها را ببینید.
too-many-title = درخواست‌ها بیش از اندازه است
too-many-text = یک دقیقه صبر کنید و دوباره تلاش کنید.
failed-title = خطایی در سامانه رخ داد
failed-text = بازگردید و دوباره تلاش کنید. اگر تکرار شد، زمان آن را به ما بگویید.
unavailable-title = سامانه در این لحظه در دسترس نیست
unavailable-text = چند دقیقهٔ دیگر دوباره تلاش کنید.
failure-to-events = رفتن به رویدادها
