### Refused input (by the codes of the domain, `error-{code}`, or for one field) and error pages.

error-summary = لطفاً این موارد را اصلاح کنید
error-prefix = خطا:
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

status-403-title = شما به این صفحه دسترسی ندارید
status-403-text = با حساب دیگری وارد شوید یا از هماهنگ‌کننده بخواهید به شما دسترسی دهد.
status-404-title = صفحه یافت نشد
status-404-text = شاید نشانی نادرست نوشته شده یا صفحه جابه‌جا شده باشد. فهرست رویدادها را ببینید.
status-429-title = درخواست‌ها بیش از اندازه است
status-429-text = یک دقیقه صبر کنید و دوباره تلاش کنید.
status-500-title = خطایی در سامانه رخ داد
status-500-text = بازگردید و دوباره تلاش کنید. اگر تکرار شد، زمان آن را به ما بگویید.
status-503-title = سامانه در این لحظه در دسترس نیست
status-503-text = چند دقیقهٔ دیگر دوباره تلاش کنید.
status-home = رفتن به صفحهٔ اصلی
