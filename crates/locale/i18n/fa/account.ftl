### Signing in and out; the password; the signed-in browsers.

sign-in-title = ورود
sign-in-lead = برای ثبت‌نام‌ها و گواهی‌های شما و کار مدرسان و هماهنگ‌کنندگان.
sign-in-by-link = با پیوند ایمیلی
sign-in-by-link-hint = پیوندی برای ورود به ایمیل شما می‌فرستیم. گذرواژه لازم نیست.
sign-in-by-link-button = پیوند را بفرستید
sign-in-by-password = با گذرواژه
sign-in-password = گذرواژه
sign-in-button = ورود
sign-in-no-account = هنوز حسابی ندارید؟ با نخستین ثبت‌نام برای یک رویداد ساخته می‌شود.
written-to = نامه‌ای فرستادیم به
written-to-other = تصحیح نشانی
sign-in-sent-title = ایمیل خود را ببینید
sign-in-sent-text = { $minutes ->
    [one] پیوند نامه تا { $minutes } دقیقه و تنها یک بار کار می‌کند.
   *[other] پیوند نامه تا { $minutes } دقیقه و تنها یک بار کار می‌کند.
}
sign-in-link-text = برای ورود با این مرورگر دکمه را بزنید.
sign-in-useless-title = این پیوند دیگر کار نمی‌کند
sign-in-useless-text = پیوند ورود تنها یک بار و چند دقیقه کار می‌کند.
sign-in-useless-again = درخواست پیوند تازه

account-password-none = گذرواژه ندارید و با پیوند ایمیلی وارد می‌شوید. اگر بخواهید می‌توانید گذرواژه بگذارید.
account-password-set = می‌توانید با گذرواژه یا با پیوند ایمیلی وارد شوید.
account-password-button = گذاشتن گذرواژه
account-password-change = تغییر گذرواژه
account-current-password = گذرواژهٔ کنونی
account-new-password = گذرواژهٔ تازه
account-new-password-hint = دست‌کم هشت نویسه؛ چند واژهٔ پشت سر هم آسان به یاد می‌ماند. حساب شما در همهٔ مرورگرهای دیگر بسته می‌شود.
account-browsers = مرورگرهایی که با آن‌ها وارد شده‌اید
account-browser = مرورگر
account-since = زمان ورود
account-seen = آخرین استفاده
account-this-browser = همین مرورگر
account-unknown-browser = مرورگر ناشناخته
account-sign-out-others = خروج از همهٔ مرورگرهای دیگر

## What is wrong with a field of these forms.

error-name-not-latin = نام خود را با حروف لاتین بنویسید، همان‌گونه که در گذرنامه آمده است
error-country-required = کشور خود را انتخاب کنید
error-login-required = نشانی ایمیل خود را وارد کنید
error-password-required = گذرواژهٔ خود را وارد کنید
error-password-choice = نشانی و گذرواژه با هم نمی‌خوانند
error-current-password-choice = این گذرواژهٔ کنونی شما نیست
error-institution-required = محل خدمت را وارد کنید
error-job-title-required = سمت را وارد کنید
